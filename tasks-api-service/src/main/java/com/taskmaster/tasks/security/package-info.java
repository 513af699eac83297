/** Access control: what MicroProfile JWT leaves open about access tokens, scopes and challenges. */
package com.taskmaster.tasks.security;
