package news.masthead.billing;

import java.util.HashMap;
import java.util.Map;

/** As {@link OnPaper}; the two shorter plans begin with two weeks for nothing. */
public class OnTrial extends OnPaper {

    static final int DAYS = 14;

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
        settings.put("masthead.subscription.plans[0].trial-days", Integer.toString(DAYS));
        settings.put("masthead.subscription.plans[1].trial-days", Integer.toString(DAYS));
        return settings;
    }
}
