package news.masthead.access;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Who asked about whom. A question is written down before it is answered, and forgotten with the pseudonym that stands in it. */
@ApplicationScoped
class Inquiries {

    private static final String ASKED =
            "insert into decision_inquiry (month, reader_key, story, asked_by, asked_at) values (?, ?, ?, ?, ?)";

    private static final String NEWEST =
            "select asked_at, asked_by, reader_key, story from decision_inquiry order by asked_at desc, id desc limit ?";

    @Inject
    AgroalDataSource dataSource;

    @Inject
    Clock clock;

    void note(YearMonth month, byte[] readerKey, long story, long askedBy) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement asked = connection.prepareStatement(ASKED)) {
            asked.setObject(1, month.atDay(1));
            asked.setBytes(2, readerKey);
            asked.setLong(3, story);
            asked.setLong(4, askedBy);
            asked.setObject(5, clock.instant().atOffset(ZoneOffset.UTC));
            asked.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("The question could not be written down, so it is not answered", broken);
        }
    }

    List<Inquiry> newest(int most) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement newest = connection.prepareStatement(NEWEST)) {
            newest.setInt(1, most);
            try (ResultSet rows = newest.executeQuery()) {
                List<Inquiry> inquiries = new ArrayList<>();
                while (rows.next()) {
                    inquiries.add(new Inquiry(
                            rows.getObject(1, OffsetDateTime.class).toInstant(),
                            rows.getLong(2),
                            HexFormat.of().formatHex(rows.getBytes(3)),
                            rows.getLong(4)));
                }
                return inquiries;
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("The questions could not be read", broken);
        }
    }
}
