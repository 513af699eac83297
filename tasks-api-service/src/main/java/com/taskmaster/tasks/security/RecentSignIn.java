package com.taskmaster.tasks.security;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a sensitive operation: it requires a sign-in as recent and strong as {@code taskmaster.step-up.*} demands, or
 * else is refused with a step-up challenge (RFC 9470).
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface RecentSignIn {}
