<?php
// A must-use plugin: what a site on the open web may do and one on a test machine may not.
add_filter('http_request_host_is_external', '__return_true');
add_filter('http_allowed_safe_ports', function ($ports, $host, $url) {
    return array_merge($ports, [(int) parse_url($url, PHP_URL_PORT)]);
}, 10, 3);
// Nothing leaves this machine: no letters, and no looking for updates.
add_filter('pre_wp_mail', '__return_true');
add_filter('pre_http_request', function ($answer, $arguments, $url) {
    return in_array(parse_url($url, PHP_URL_HOST), ['127.0.0.1', 'localhost'], true)
        ? $answer
        : new WP_Error('http_request_failed', 'outside');
}, 10, 3);
// People here write faster than people do.
add_filter('comment_flood_filter', '__return_false', 99);
add_filter('wp_is_comment_flood', '__return_false', 99);
