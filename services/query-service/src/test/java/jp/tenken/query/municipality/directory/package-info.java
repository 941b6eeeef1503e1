@NullMarked
package jp.tenken.query.municipality.directory;

import org.jspecify.annotations.NullMarked;
