package com.maily.console.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.model.Difference.Mark;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    private static String marked(List<Difference.Line> lines) {
        return lines.stream().map(line -> switch (line.mark()) {
            case SAME -> " ";
            case REMOVED -> "-";
            case ADDED -> "+";
        } + line.text()).collect(Collectors.joining("\n"));
    }

    @Test
    void aChangedLineIsRemovedAndAdded() {
        assertThat(marked(Difference.between("a\nimage: one\nz", "a\nimage: two\nz").lines()))
                .isEqualTo(" a\n-image: one\n+image: two\n z");
    }

    @Test
    void equalTextsDifferInNothing() {
        assertThat(Difference.between("a\nb", "a\nb").none()).isTrue();
        assertThat(Difference.between("", "").none()).isTrue();
        assertThat(Difference.between("a\nb", "a\nb").parts(3)).isEmpty();
    }

    @Test
    void linesMayComeAndGoAtBothEnds() {
        assertThat(marked(Difference.between("old\nb\nc", "b\nc\nnew").lines())).isEqualTo("-old\n b\n c\n+new");
        assertThat(Difference.between("", "x").lines()).containsExactly(new Difference.Line(Mark.ADDED, 1, "x"));
    }

    @Test
    void onlyWhatIsNearAChangeIsShown() {
        String before = "1\n2\n3\n4\n5\n6\n7\n8\n9";
        List<List<Difference.Line>> parts = Difference.between(before, before.replace("2", "two").replace("8", "eight")).parts(1);
        assertThat(parts).extracting(DifferenceTest::marked).containsExactly(" 1\n-2\n+two\n 3", " 7\n-8\n+eight\n 9");
    }

    /** Whatever the texts: what is the same and removed makes the earlier one, what is the same and added the later one. */
    @Test
    void bothTextsCanBeMadeFromIt() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            String before = text(random);
            String after = text(random);
            List<Difference.Line> lines = Difference.between(before, after).lines();
            assertThat(without(lines, Mark.ADDED)).isEqualTo(before);
            assertThat(without(lines, Mark.REMOVED)).isEqualTo(after);
        }
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(9), 0, 4).mapToObj(Integer::toString).collect(Collectors.joining("\n"));
    }

    private static String without(List<Difference.Line> lines, Mark mark) {
        return lines.stream().filter(line -> line.mark() != mark).map(Difference.Line::text).collect(Collectors.joining("\n"));
    }
}
