package jp.tenken.testkit.architecture.samples.service.area.two;

/** What only its slice should know. */
public record Secret(int value) {}
