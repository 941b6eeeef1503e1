package jp.tenken.testkit.architecture.samples.service.area.two;

/** May be extended by anybody. */
public class OpenEndpoint {}
