/** What the slices' tests share: how a rejection is recognised, and events that they begin with. */
@NullMarked
package jp.tenken.command;

import org.jspecify.annotations.NullMarked;
