package jp.tenken.runtime.service;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is done at the start, under {@code tenken}.
 *
 * @param rebuild whether the views that this process keeps are built anew at the start
 */
@ConfigurationProperties("tenken")
public record StartSettings(@DefaultValue("false") boolean rebuild) {}
