package jp.tenken.testkit.architecture.samples.unmarked;

/** Lives in a package without a mark. */
public final class Forgotten {}
