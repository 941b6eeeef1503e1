/**
 * The words that every part of Tenken shares: identifiers, the caller's scope, what a decision
 * answers, how a rule says no, and the names of tags and metadata.
 *
 * <p>Every {@link jp.tenken.kernel.TextValue} is written as the plain text of {@code value()} and
 * read back by the public static factory {@code of(String)}; a converter needs to know nothing
 * else. Optional components of events are annotated {@code @Nullable}.
 *
 * <p>The areas (municipality, contract, checklist, incident, consultation, privacy), the template,
 * the calendar and the catalogue live in sub-packages, which may use this one; this one uses none
 * of them. Nothing here may know Spring, Jackson, Reactor, a driver or HTTP.
 */
@NullMarked
package jp.tenken.kernel;

import org.jspecify.annotations.NullMarked;
