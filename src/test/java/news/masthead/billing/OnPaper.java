package news.masthead.billing;

import java.util.Map;

/** As {@link OnTheTwin}, with a seller of Maharashtra and a rate of tax that falls in some years. */
public class OnPaper extends OnTheTwin {

    static final int LATER_RATE = 500;
    static final String LATER = "2050-01-01";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "masthead.tax.rates[1].from",
                LATER,
                "masthead.tax.rates[1].basis-points",
                Integer.toString(LATER_RATE),
                "masthead.tax.rates[1].code",
                "998431",
                "masthead.tax.rates[1].description",
                "Online newspaper");
    }
}
