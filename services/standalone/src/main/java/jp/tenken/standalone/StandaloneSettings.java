package jp.tenken.standalone;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may set about the process, under {@code tenken}.
 *
 * @param data the data folder; made when it is not there
 * @param rebuild whether all views are built anew at the start
 */
@ConfigurationProperties("tenken")
public record StandaloneSettings(
        @DefaultValue("./data") Path data, @DefaultValue("false") boolean rebuild) {}
