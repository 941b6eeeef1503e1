@NullMarked
package jp.tenken.query.municipality.approvalpath;

import org.jspecify.annotations.NullMarked;
