package news.masthead.access;

import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import news.masthead.values.Window;

/**
 * Where a reader's spends of one calendar month stand.
 *
 * @param key of the reader, under the month's secret
 * @param month its first instant
 */
record MeterRow(ByteBuffer key, OffsetDateTime month) {

    static MeterRow of(byte[] key, Window month) {
        return new MeterRow(ByteBuffer.wrap(key), month.start().atOffset(ZoneOffset.UTC));
    }
}
