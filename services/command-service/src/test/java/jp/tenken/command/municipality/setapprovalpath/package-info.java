/** Tests of the package of the same name; nothing else may live here. */
@NullMarked
package jp.tenken.command.municipality.setapprovalpath;

import org.jspecify.annotations.NullMarked;
