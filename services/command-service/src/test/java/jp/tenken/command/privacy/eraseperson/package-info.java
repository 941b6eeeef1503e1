@NullMarked
package jp.tenken.command.privacy.eraseperson;

import org.jspecify.annotations.NullMarked;
