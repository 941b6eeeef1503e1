/** Tests of the package of the same name; nothing else may live here. */
@NullMarked
package jp.tenken.command.checklist.reconfirmitem;

import org.jspecify.annotations.NullMarked;
