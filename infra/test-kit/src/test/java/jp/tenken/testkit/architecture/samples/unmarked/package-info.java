/** A package that forgot its mark. */
package jp.tenken.testkit.architecture.samples.unmarked;
