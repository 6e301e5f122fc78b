package dev.assistant.administration;

import dev.assistant.page.Page;
import dev.assistant.page.PageRequest;
import java.math.BigDecimal;
import java.time.YearMonth;

/** What everybody used by month, but for those who deleted their accounts. Only for administrators. Thread-safe. */
public interface MonthlySpends {
    /** Who used anything in a month of UTC; who spent most first. */
    Page<MonthlySpend> of(YearMonth month, PageRequest page);

    /** US dollars of all of them together. */
    BigDecimal total(YearMonth month);
}
