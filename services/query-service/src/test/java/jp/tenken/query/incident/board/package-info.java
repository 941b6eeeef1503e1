/** Specifications of the incident board. */
@org.jspecify.annotations.NullMarked
package jp.tenken.query.incident.board;
