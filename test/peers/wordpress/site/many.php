<?php
// Writes many approved comments at once, a minute apart, the last one a minute ago.
$_SERVER['HTTP_HOST'] = parse_url(getenv('PEER_URL'), PHP_URL_HOST);
require getenv('PEER_ROOT') . '/wp-load.php';
[, $post, $count] = $argv;
for ($i = 0; $i < (int) $count; $i++) {
    $at = time() - 60 * ((int) $count - $i);
    wp_insert_comment([
        'comment_post_ID' => (int) $post,
        'comment_author' => 'Folla',
        'comment_author_email' => "folla$i@posta.example",
        'comment_content' => "Uno dei tanti, numero $i",
        'comment_approved' => 1,
        'comment_date_gmt' => gmdate('Y-m-d H:i:s', $at),
        'comment_date' => get_date_from_gmt(gmdate('Y-m-d H:i:s', $at)),
    ]);
}
