@NullMarked
package jp.tenken.query.municipality.departments;

import org.jspecify.annotations.NullMarked;
