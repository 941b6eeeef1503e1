/**
 * How payloads and rows become JSON and back, with Jackson 3 and nothing else. Names and forms
 * written here are stored for ever, so a change needs an upcaster.
 *
 * <p>HTTP bodies are not read or written here; the web edge does that by stricter rules.
 */
@NullMarked
package jp.tenken.runtime.json;

import org.jspecify.annotations.NullMarked;
