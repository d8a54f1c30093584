package news.masthead.wire.transport;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What stands in the database, for rooms' insides that a test of the transports cannot see. */
@ApplicationScoped
class Rows {

    @Inject
    AgroalDataSource database;

    /** The first column. */
    List<String> query(String sql, Object... parameters) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = query.executeQuery()) {
                List<String> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            }
        }
    }

    void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }

    /** A file of that name that cannot be kept, whatever is tried, until this is closed. */
    AutoCloseable refusing(String fileName) throws SQLException {
        String trigger = "refuse_" + UUID.randomUUID().toString().replace("-", "");
        run("""
                create function %1$s() returns trigger language plpgsql as
                $$ begin if new.name = '%2$s' then raise exception 'poison'; end if; return new; end $$;
                create trigger %1$s before insert on wire_file for each row execute function %1$s()""".formatted(trigger, fileName));
        return () -> run("drop function " + trigger + " cascade");
    }
}
