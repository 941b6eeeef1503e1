/**
 * The templates that a municipality has adopted, in its own words.
 *
 * <p>Rows say which version and in whose words; the texts follow from the built-in templates.
 */
@NullMarked
package jp.tenken.query.municipality.templates;

import org.jspecify.annotations.NullMarked;
