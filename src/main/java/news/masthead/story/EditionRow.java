package news.masthead.story;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import news.masthead.jobs.DirectLine;

/** The one row that says which edition the paper is at. */
@ApplicationScoped
class EditionRow {

    private static final String NEXT = """
            update edition set number = number + 1, withdrawn = case when ? then number + 1 else withdrawn end
            returning number, withdrawn""";

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @Inject
    AgroalDataSource dataSource;

    @Inject
    DirectLine lines;

    /**
     * @param number raised by every change of the paper
     * @param withdrawn the number at which a story last left it
     */
    record Numbers(long number, long withdrawn) {

        static Numbers of(String words) {
            String[] both = words.split(" ");
            return new Numbers(Long.parseLong(both[0]), Long.parseLong(both[1]));
        }

        String words() {
            return number + " " + withdrawn;
        }
    }

    /** Begins the next edition; its row is locked until the transaction ends. */
    Numbers next(boolean withdraws) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement next = connection.prepareStatement(NEXT)) {
            next.setBoolean(1, withdraws);
            return first(next);
        }
    }

    /** What is committed, asked for beside the pool; takes seconds where the database is silent. */
    Numbers read() throws SQLException {
        try (Connection line = lines.open("masthead edition", PATIENCE);
                PreparedStatement read = line.prepareStatement("select number, withdrawn from edition")) {
            return first(read);
        }
    }

    private static Numbers first(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            row.next();
            return new Numbers(row.getLong(1), row.getLong(2));
        }
    }
}
