package com.maily.console.desktop.sla;

import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.theme.Theme;
import com.maily.console.desktop.widget.ChartExport;
import com.maily.console.desktop.widget.ChartTime;

/** What all charts of the screen share. @param environment is named in what is exported and linked */
record SlaDesk(String environment, Theme theme, Ages ages, ChartTime time, ChartExport export, SlaActions actions) { }
