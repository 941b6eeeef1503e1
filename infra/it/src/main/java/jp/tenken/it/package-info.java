/**
 * The real program as a neighbour sees it: a child process and its HTTP.
 *
 * <p>Here live the means of the long suites; each suite has a package of its own. Nothing here may
 * reach into the program: whatever is asked of it goes over its process, its port or its files.
 */
@NullMarked
package jp.tenken.it;

import org.jspecify.annotations.NullMarked;
