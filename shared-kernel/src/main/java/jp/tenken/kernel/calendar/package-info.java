/**
 * The rules of Japanese days and years, in one class, so that no other place adds days itself.
 *
 * <p>Here live {@link jp.tenken.kernel.calendar.JapaneseCalendar} and the fiscal year. No clock:
 * who needs today passes it in.
 */
@NullMarked
package jp.tenken.kernel.calendar;

import org.jspecify.annotations.NullMarked;
