package com.maily.console.platforms.sqlite;

import com.maily.console.core.journal.Line;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The SQL of the journal's table over one connection. Not thread-safe: its owner locks. */
final class EntryTable implements AutoCloseable {

    private static final String COLUMNS = "sequence, at, deployment, actor_name, actor_source, event, previous, hash";

    private final Connection connection;

    EntryTable(Connection connection) {
        this.connection = connection;
    }

    /** All or none; durable when it returns. */
    void insert(List<Line> lines) throws SQLException {
        execute("BEGIN IMMEDIATE");
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO entries (" + COLUMNS
                + ") VALUES (?,?,?,?,?,?,?,?)")) {
            for (Line line : lines) {
                bind(insert, line);
                insert.executeUpdate();
            }
            execute("COMMIT");
        } catch (SQLException e) {
            rollBack(e);
            throw e;
        }
    }

    private static void bind(PreparedStatement insert, Line line) throws SQLException {
        insert.setLong(1, line.sequence());
        insert.setString(2, line.at());
        insert.setString(3, line.deployment());
        insert.setString(4, line.actorName());
        insert.setString(5, line.actorSource());
        insert.setString(6, line.event());
        insert.setString(7, line.previous());
        insert.setString(8, line.hash());
    }

    /** SQLite has often rolled back by itself (a full disk); what matters is why. */
    private void rollBack(SQLException why) {
        try {
            execute("ROLLBACK");
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }

    List<Line> read(long afterSequence, int limit) throws SQLException {
        List<Line> lines = new ArrayList<>();
        forEach(afterSequence, limit, lines::add);
        return lines;
    }

    /** Oldest first, until {@code each} says no. */
    void forEach(long afterSequence, long limit, Predicate<Line> each) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT " + COLUMNS + " FROM entries WHERE sequence > ? ORDER BY sequence LIMIT ?")) {
            query.setLong(1, afterSequence);
            query.setLong(2, limit);
            try (ResultSet rows = query.executeQuery()) {
                boolean more = true;
                while (more && rows.next()) {
                    more = each.test(line(rows));
                }
            }
        }
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6),
                row.getString(7), row.getString(8));
    }

    /** The highest number ever given to an entry, 0 for none. */
    long written() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT seq FROM sqlite_sequence WHERE name = 'entries'");
                ResultSet row = query.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
