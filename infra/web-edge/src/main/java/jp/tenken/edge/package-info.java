/**
 * How an HTTP endpoint of Tenken is written: with a permission or explicitly open, and with nothing
 * of HTTP left to decide.
 *
 * <p>Slices hold an {@link jp.tenken.edge.Endpoint}, get a checked {@link jp.tenken.edge.Request}
 * and give back an {@link jp.tenken.edge.Answer}. Here are also the seams that the runtime fills:
 * sending a command, waiting for a view, finding the sequence of an instant. No business rule and
 * no storage lives here.
 */
@NullMarked
package jp.tenken.edge;

import org.jspecify.annotations.NullMarked;
