/**
 * The engine under the conformance suites, and what only this engine must prove: its indexes, its
 * start-up check, what it makes of the server's answers.
 *
 * <p>All of it runs against a server in this process, or against the one that the environment
 * names.
 */
@NullMarked
package jp.tenken.storage.mongodb;

import org.jspecify.annotations.NullMarked;
