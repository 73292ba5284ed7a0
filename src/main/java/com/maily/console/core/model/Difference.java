package com.maily.console.core.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What has to change in one text to make another of it, line by line, so that people see what an undo would do before it is done.
 */
public record Difference(List<Line> lines) {

    public enum Mark { SAME, REMOVED, ADDED }

    /** @param number of the line in the earlier text, or in the later one when it was added; from 1 */
    public record Line(Mark mark, int number, String text) { }

    public Difference {
        lines = List.copyOf(lines);
    }

    /** By the longest common subsequence; removed lines stand before the added ones that take their place. */
    public static Difference between(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> fresh = after.lines().toList();
        int[][] common = common(old, fresh);
        List<Line> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < fresh.size()) {
            if (i < old.size() && j < fresh.size() && old.get(i).equals(fresh.get(j))) {
                lines.add(new Line(Mark.SAME, ++i, old.get(i - 1)));
                j++;
            } else if (i < old.size() && (j == fresh.size() || common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line(Mark.REMOVED, ++i, old.get(i - 1)));
            } else {
                lines.add(new Line(Mark.ADDED, ++j, fresh.get(j - 1)));
            }
        }
        return new Difference(lines);
    }

    /** How many lines the rests of both texts have in common. */
    private static int[][] common(List<String> old, List<String> fresh) {
        int[][] common = new int[old.size() + 1][fresh.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = fresh.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(fresh.get(j)) ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    public boolean none() {
        return lines.stream().allMatch(line -> line.mark() == Mark.SAME);
    }

    /** What changed with a few lines around it; where lines are left out the parts are apart. */
    public List<List<Line>> parts(int context) {
        List<List<Line>> parts = new ArrayList<>();
        List<Line> part = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            boolean near = lines.subList(Math.max(0, i - context), Math.min(lines.size(), i + context + 1)).stream()
                    .anyMatch(line -> line.mark() != Mark.SAME);
            if (near) {
                part.add(lines.get(i));
            } else if (!part.isEmpty()) {
                parts.add(List.copyOf(part));
                part.clear();
            }
        }
        if (!part.isEmpty()) {
            parts.add(List.copyOf(part));
        }
        return Collections.unmodifiableList(parts);
    }
}
