@NullMarked
package jp.tenken.command.privacy.redactevent;

import org.jspecify.annotations.NullMarked;
