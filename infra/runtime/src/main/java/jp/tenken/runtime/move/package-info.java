/**
 * Moving a municipality between two storages: its history and its keys, in two files.
 *
 * <p>For a command line that has the storage to itself or runs beside services that take no
 * commands of the municipality meanwhile. Nothing here serves requests.
 */
@NullMarked
package jp.tenken.runtime.move;

import org.jspecify.annotations.NullMarked;
