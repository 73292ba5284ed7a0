package com.maily.console.desktop.journal;

import com.maily.console.core.journal.Journal.ChainCheck;
import com.maily.console.core.port.Time;
import com.maily.console.desktop.Pictures;
import com.maily.console.desktop.Story;
import com.maily.console.desktop.fx.Ages;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JournalPicturesTest {

    private static final JournalActions NOTHING = new JournalActions() {
        @Override
        public void filter(JournalFilter filter) { }

        @Override
        public void older() { }

        @Override
        public void verify() { }

        @Override
        public void export() { }
    };

    private static JournalView view(ChainCheck check) {
        JournalView view = new JournalView(new Ages(Time.WALL, Story.NOW), NOTHING);
        List<JournalRow> rows = Story.entries().reversed().stream().map(e -> JournalRow.of(e, Story.history())).toList();
        view.show(JournalModel.of(rows, rows.size(), JournalFilter.ALL,
                Optional.of(new JournalModel.Chain(check, Story.NOW.minusSeconds(2)))));
        return view;
    }

    @Test
    void verified() throws Exception {
        Pictures.of("journal", _ -> view(new ChainCheck(Story.entries().size(), 0, "")));
    }

    @Test
    void broken() throws Exception {
        Pictures.of("journal-broken", _ -> view(new ChainCheck(Story.entries().size(), 21, "its hash does not match its content")));
    }
}
