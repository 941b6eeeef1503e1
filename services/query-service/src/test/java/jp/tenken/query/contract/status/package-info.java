@NullMarked
package jp.tenken.query.contract.status;

import org.jspecify.annotations.NullMarked;
