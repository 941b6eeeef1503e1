package jp.tenken.runtime.service;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The machine's clock, taken here and nowhere else; whoever asks for the time is given it. */
@Configuration(proxyBeanMethods = false)
public class ClockConfiguration {

    /** Stamps what is recorded. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
