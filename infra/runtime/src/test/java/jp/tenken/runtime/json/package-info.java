/** Tests of the JSON of what is stored. */
@NullMarked
package jp.tenken.runtime.json;

import org.jspecify.annotations.NullMarked;
