/**
 * The departments (所管課) of a municipality, by code.
 *
 * <p>Only what a department is called may stand here; how its contracts do belongs to the views of
 * contracts.
 */
@NullMarked
package jp.tenken.query.municipality.departments;

import org.jspecify.annotations.NullMarked;
