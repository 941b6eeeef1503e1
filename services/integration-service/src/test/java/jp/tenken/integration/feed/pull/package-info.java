/** What a client of the feed to be pulled gets. */
@NullMarked
package jp.tenken.integration.feed.pull;

import org.jspecify.annotations.NullMarked;
