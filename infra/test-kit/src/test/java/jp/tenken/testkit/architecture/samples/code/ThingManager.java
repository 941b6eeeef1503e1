package jp.tenken.testkit.architecture.samples.code;

/** Is named by how, not by what. */
public final class ThingManager {}
