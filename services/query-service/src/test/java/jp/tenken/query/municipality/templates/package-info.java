/** Specifications of the view of the same package. */
@NullMarked
package jp.tenken.query.municipality.templates;

import org.jspecify.annotations.NullMarked;
