package jp.tenken.testkit.architecture.samples.cycle.two;

import jp.tenken.testkit.architecture.samples.cycle.one.Hen;

/** Needs the hen. */
public record Egg(Hen by) {}
