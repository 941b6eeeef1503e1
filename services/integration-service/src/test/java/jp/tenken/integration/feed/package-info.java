/** How the feed reads the log. */
@NullMarked
package jp.tenken.integration.feed;

import org.jspecify.annotations.NullMarked;
