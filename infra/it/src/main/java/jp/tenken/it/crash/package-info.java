/**
 * {@code kill -9} under load, again and again, and what must then be true of the data folder.
 *
 * <p>After every kill the log is opened beside the dead process and compared with what clients
 * remember. How that is done is the audits' own; here is when, and to what.
 */
@NullMarked
package jp.tenken.it.crash;

import org.jspecify.annotations.NullMarked;
