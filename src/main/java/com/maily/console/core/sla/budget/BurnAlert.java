package com.maily.console.core.sla.budget;

/**
 * When a budget is spent too fast: both windows must burn faster than {@code times}, the long one so that it matters, the short
 * one so that it ends soon after the trouble does. The pairs are those of the Site Reliability Workbook, chapter 5, table 5-8;
 * each spends the named share of a 30 day budget before it fires.
 */
public enum BurnAlert {

    /** 2 % of the budget. */
    PAGE_FAST(true, BurnWindow.H1, BurnWindow.M5, 14.4),
    /** 5 %. */
    PAGE_SLOW(true, BurnWindow.H6, BurnWindow.M30, 6),
    /** 10 %. */
    TICKET_FAST(false, BurnWindow.D1, BurnWindow.H2, 3),
    /** 10 %. */
    TICKET_SLOW(false, BurnWindow.D3, BurnWindow.H6, 1);

    private final boolean pages;
    private final BurnWindow longer;
    private final BurnWindow shorter;
    private final double times;

    BurnAlert(boolean pages, BurnWindow longer, BurnWindow shorter, double times) {
        this.pages = pages;
        this.longer = longer;
        this.shorter = shorter;
        this.times = times;
    }

    /** Whether somebody is woken; otherwise it waits for the morning. */
    public boolean pages() {
        return pages;
    }

    public BurnWindow longer() {
        return longer;
    }

    public BurnWindow shorter() {
        return shorter;
    }

    public double times() {
        return times;
    }

    /** What this alert asks of a window, so that each row of a table can show it: the lowest rate any pair with it fires at. */
    public static double markOf(BurnWindow window) {
        return java.util.Arrays.stream(values()).filter(alert -> alert.longer == window || alert.shorter == window)
                .mapToDouble(BurnAlert::times).max().orElse(TICKET_SLOW.times);
    }
}
