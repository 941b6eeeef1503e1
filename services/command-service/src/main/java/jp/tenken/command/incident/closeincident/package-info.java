/** Nothing is left to do about an incident. What turns up later is another incident. */
@NullMarked
package jp.tenken.command.incident.closeincident;

import org.jspecify.annotations.NullMarked;
