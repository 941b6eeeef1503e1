package jp.tenken.testkit.architecture.samples.cycle.one;

import jp.tenken.testkit.architecture.samples.cycle.two.Egg;

/** Needs the egg. */
public record Hen(Egg from) {}
