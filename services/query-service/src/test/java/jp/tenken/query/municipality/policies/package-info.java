@NullMarked
package jp.tenken.query.municipality.policies;

import org.jspecify.annotations.NullMarked;
