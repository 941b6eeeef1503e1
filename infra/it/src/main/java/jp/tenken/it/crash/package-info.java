/**
 * {@code kill -9} under load, again and again, and what must then be true of the data folder.
 *
 * <p>Clients write over HTTP and remember what they were told; after every kill the log is opened
 * beside the dead process and compared with their memory, and the views with a rebuild. Findings
 * are collected, never thrown: one broken promise must not hide the next.
 */
@NullMarked
package jp.tenken.it.crash;

import org.jspecify.annotations.NullMarked;
