/**
 * What tests of the services share: the fixture in which a slice is specified, and tokens. Test
 * scope everywhere; nothing of it may be on a running program's path.
 */
@NullMarked
package jp.tenken.testkit;

import org.jspecify.annotations.NullMarked;
