package jp.tenken.testkit.architecture.samples.code;

import org.springframework.stereotype.Component;

/** Is found by scanning. */
@Component
public final class Scanned {}
