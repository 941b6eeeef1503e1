/** Messages, states and rows that can change or that name a tenant. */
@NullMarked
package jp.tenken.testkit.architecture.samples.messages;

import org.jspecify.annotations.NullMarked;
